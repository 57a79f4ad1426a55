package usher.domain;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/// Counts the bytes of everything of ours that can be reached from an object: the same number on
/// every machine, whatever its collector.
///
/// Sizes are those of HotSpot with compressed pointers. Objects of the JDK are not opened.
final class Footprint {

    private static final int HEADER = 16;
    private static final int POINTER = 4;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();

    private Footprint() {}

    static long bytesOf(Object root) {
        Footprint footprint = new Footprint();
        footprint.reach(root);
        long bytes = 0;
        while (!footprint.open.isEmpty()) {
            Object next = footprint.open.remove();
            bytes +=
                    HEADER
                            + (next.getClass().isArray()
                                    ? footprint.array(next)
                                    : footprint.fields(next));
        }
        return bytes;
    }

    private long array(Object array) {
        int length = Array.getLength(array);
        Class<?> of = array.getClass().getComponentType();
        if (!of.isPrimitive()) {
            for (int i = 0; i < length; i++) {
                reach(Array.get(array, i));
            }
        }
        return (long) length * size(of);
    }

    private long fields(Object object) {
        long bytes = 0;
        for (Class<?> c = object.getClass(); c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) continue;
                bytes += size(field.getType());
                if (!field.getType().isPrimitive()) reach(value(field, object));
            }
        }
        return bytes;
    }

    private void reach(Object object) {
        if (object == null || !seen.add(object)) return;
        Class<?> type = object.getClass();
        if (type.isArray() || (type.getName().startsWith("usher.") && !type.isEnum())) {
            open.add(object);
        }
    }

    private static Object value(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static int size(Class<?> type) {
        if (type == long.class || type == double.class) return Long.BYTES;
        if (type == byte.class || type == boolean.class) return 1;
        if (type == short.class || type == char.class) return Short.BYTES;
        return type.isPrimitive() ? Integer.BYTES : POINTER;
    }
}
