package usher.ledger.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import usher.ledger.Ledger;

/// The suite is tested by ledgers that it must refuse, each for what is wrong with it.
///
/// Together they must break every promise: a test that no broken ledger fails proves nothing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenLedgersTest {

    /// A ledger with a fault, and tests that must notice it.
    private record Broken(String fault, Supplier<DurableStore> store, Set<String> noticedBy) {
        @Override
        public String toString() {
            return fault;
        }
    }

    static final List<Broken> BROKEN =
            List.of(
                    ledger(
                            "does nothing",
                            BrokenAppends::doingNothing,
                            "an_entry_is_read_as_it_was_appended",
                            "a_second_entry_for_a_place_is_a_conflict_with_the_first",
                            "rivals_for_one_place_have_one_winner",
                            "a_key_finds_every_stream_that_was_filed_under_it",
                            "streams_are_due_the_earliest_first"),
                    ledger(
                            "ignores the entry followed",
                            BrokenAppends::ignoringTheEntryFollowed,
                            "a_second_entry_for_a_place_is_a_conflict_with_the_first",
                            "a_ledger_behind_what_the_caller_saw_is_rewound",
                            "a_repeat_after_success_is_a_conflict_that_shows_the_entry_itself",
                            "rivals_for_one_place_have_one_winner"),
                    ledger(
                            "compares numbers and no ids",
                            BrokenAppends::comparingNumbersOnly,
                            "an_entry_with_another_id_is_not_the_one_that_was_followed",
                            "an_earlier_entry_with_another_id_is_not_the_one_either"),
                    ledger(
                            "is never rewound",
                            BrokenAppends::neverRewound,
                            "a_ledger_behind_what_the_caller_saw_is_rewound",
                            "an_empty_stream_is_behind_whoever_saw_an_entry"),
                    ledger(
                            "lets others in between comparing and writing",
                            BrokenAppends::lettingOthersInBetween,
                            "rivals_for_one_place_have_one_winner",
                            "rivals_on_one_stream_lose_and_double_nothing"),
                    ledger(
                            "loses the second of two appends",
                            BrokenAppends::losingTheSecond,
                            "a_thousand_streams_fit_into_one_append",
                            "rivals_on_many_streams_lose_and_double_nothing"),
                    ledger(
                            "fails the neighbours of a conflict",
                            BrokenAppends::failingTheNeighbours,
                            "one_appends_conflict_leaves_its_neighbours_alone",
                            "one_appends_lateness_leaves_its_neighbours_alone"),
                    ledger(
                            "lets calls overtake each other",
                            BrokenAppends::lettingCallsOvertake,
                            "appends_under_way_are_written_in_the_order_of_the_calls"),
                    ledger(
                            "completes exceptionally",
                            BrokenAppends::completingExceptionally,
                            "a_second_entry_for_a_place_is_a_conflict_with_the_first",
                            "no_appends_at_all_are_soon_settled"),
                    ledger(
                            "doubles repeats",
                            BrokenAppends::doublingRepeats,
                            "a_repeat_after_success_is_a_conflict_that_shows_the_entry_itself",
                            "repeats_under_way_at_once_are_written_once"),
                    ledger(
                            "names only the last entry missed",
                            BrokenAppends::namingOnlyTheLastMissed,
                            "a_conflict_names_all_that_was_missed_in_order",
                            "a_repeat_finds_itself_behind_what_others_appended_since"),
                    ledger(
                            "writes checks",
                            BrokenAppends::writingChecks,
                            "a_check_of_the_head_is_appended_there_and_writes_nothing",
                            "a_check_of_an_untouched_stream_leaves_it_untouched",
                            "a_check_files_no_keys_and_sets_no_deadline"),
                    ledger(
                            "accepts stale decisions",
                            BrokenAppends::neverLate,
                            "an_append_is_late_from_its_last_moment_on"),
                    ledger(
                            "takes a late repeat for unwritten",
                            BrokenAppends::lateBeforeAll,
                            "a_late_repeat_of_a_written_entry_is_a_conflict_that_shows_it"),
                    ledger("rounds ids", BrokenAppends::roundingIds, "ids_may_be_any_number_but_0"),
                    ledger(
                            "mixes up streams",
                            BrokenAppends::mixingUpStreams,
                            "each_stream_counts_for_itself",
                            "the_same_id_in_another_stream_is_another_entry",
                            "streams_are_not_mixed_up"),
                    ledger(
                            "files keys although the entry conflicted",
                            BrokenReading::filingKeysOfConflicts,
                            "a_conflict_changes_neither_keys_nor_deadline_nor_head",
                            "a_rewound_append_changes_neither_keys_nor_deadline_nor_head",
                            "an_append_is_late_from_its_last_moment_on"),
                    ledger(
                            "finds keys by their kind",
                            BrokenReading::findingByKind,
                            "nothing_is_found_under_a_key_that_nobody_used",
                            "keys_differ_by_case_and_are_no_patterns"),
                    ledger(
                            "never removes deadlines",
                            BrokenReading::neverRemovingDeadlines,
                            "an_entry_without_a_deadline_removes_it"),
                    ledger(
                            "names deadlines anyhow",
                            BrokenReading::namingDeadlinesAnyhow,
                            "streams_are_due_the_earliest_first",
                            "only_what_is_due_by_then_is_named",
                            "no_more_are_named_than_were_asked_for"),
                    ledger(
                            "reads anyhow",
                            BrokenReading::readingAnyhow,
                            "a_read_begins_after_the_given_entry",
                            "a_read_brings_as_many_as_asked_for_while_there_are_more",
                            "a_reader_beside_a_writer_sees_one_growing_history"),
                    ledger(
                            "refuses untouched streams",
                            BrokenReading::refusingUntouchedStreams,
                            "an_untouched_stream_has_no_entries"),
                    ledger(
                            "cuts pages that are big",
                            BrokenReading::cuttingBigPages,
                            "a_page_of_big_entries_is_as_full_as_one_of_small_ones"),
                    ledger(
                            "cuts entries",
                            BrokenReading::cuttingEntries,
                            "an_entry_is_read_as_it_was_appended",
                            "an_entry_may_hold_10_000_facts"),
                    ledger(
                            "ticks anyhow",
                            BrokenReading::tickingAnyhow,
                            "now_is_in_whole_milliseconds",
                            "now_never_goes_backwards"),
                    ledger(
                            "says that it is alone",
                            BrokenReading::sayingThatItIsAlone,
                            "a_shared_ledger_says_so"),
                    ledger(
                            "scans anyhow",
                            BrokenHeads::scanningAnyhow,
                            "a_scan_names_each_stream_once_in_the_order_of_their_ids",
                            "pages_of_a_scan_make_up_the_whole"),
                    ledger(
                            "forgets heads",
                            BrokenHeads::forgettingHeads,
                            "the_head_is_where_the_last_append_ended"),
                    ledger(
                            "gives no signals",
                            BrokenHeads::givingNoSignals,
                            "every_listener_hears_of_an_append",
                            "a_node_hears_of_the_appends_of_others"),
                    ledger(
                            "gives signals for ever",
                            BrokenHeads::signallingForEver,
                            "who_has_stopped_listening_hears_nothing"),
                    ledger(
                            "drops listeners that failed",
                            BrokenHeads::droppingFailedListeners,
                            "a_listener_that_failed_once_goes_on_like_the_others"),
                    ledger(
                            "gives signals too early",
                            BrokenHeads::signallingTooEarly,
                            "whoever_hears_of_an_append_finds_it",
                            "nothing_is_heard_of_what_was_not_appended"),
                    ledger(
                            "replaces snapshots by older ones",
                            BrokenSnapshots::replacingSnapshotsByOlderOnes,
                            "an_older_snapshot_replaces_nothing"),
                    ledger(
                            "mixes up snapshots",
                            BrokenSnapshots::mixingUpSnapshots,
                            "each_stream_has_a_snapshot_of_its_own"),
                    ledger(
                            "appends snapshots",
                            BrokenSnapshots::appendingSnapshots,
                            "followers_never_see_snapshots"),
                    ledger(
                            "tears snapshots",
                            BrokenSnapshots::tearingSnapshots,
                            "there_is_no_snapshot_that_nobody_stored",
                            "a_snapshot_is_found_as_it_was_stored",
                            "a_snapshot_is_whole_or_gone_after_a_crash"),
                    ledger(
                            "forgets what is noted",
                            BrokenNotes::forgetting,
                            "a_written_note_is_found_with_revision_1",
                            "each_write_moves_the_revision_of_a_note"),
                    ledger(
                            "ignores the revisions of notes",
                            BrokenNotes::ignoringRevisions,
                            "a_stale_revision_writes_nothing_and_leaves_its_neighbours_alone",
                            "a_note_is_removed_only_by_its_last_revision",
                            "what_one_node_noted_the_others_find_at_once"),
                    ledger(
                            "fails the neighbours of a stale note",
                            BrokenNotes::failingTheNeighbours,
                            "a_stale_revision_writes_nothing_and_leaves_its_neighbours_alone"),
                    ledger(
                            "lets others in between comparing and writing a note",
                            BrokenNotes::lettingOthersInBetween,
                            "rivals_for_a_revision_have_one_winner"),
                    ledger(
                            "never moves the revision of a note",
                            BrokenNotes::neverMovingRevisions,
                            "each_write_moves_the_revision_of_a_note"),
                    ledger(
                            "makes up notes",
                            BrokenNotes::makingUp,
                            "a_note_that_was_never_written_is_none"),
                    ledger(
                            "lists notes anyhow",
                            BrokenNotes::listingAnyhow,
                            "notes_are_listed_by_how_they_begin_in_the_order_of_their_names",
                            "a_list_begins_after_the_given_name",
                            "pages_of_notes_make_up_the_whole"),
                    ledger(
                            "loses the last note of a page",
                            BrokenNotes::losingTheLastOfAPage,
                            "pages_of_notes_make_up_the_whole"),
                    ledger(
                            "goes on counting after a removal",
                            BrokenNotes::rememberingRemoved,
                            "a_note_that_was_removed_begins_anew"),
                    ledger(
                            "cuts texts",
                            BrokenNotes::cuttingTexts,
                            "a_note_says_what_was_written_however_long_and_odd"),
                    ledger(
                            "folds names of notes",
                            BrokenNotes::foldingNames,
                            "names_of_notes_differ_by_case_and_are_no_patterns"),
                    store(
                            "keeps nothing",
                            BrokenStores::keepingNothing,
                            "a_reopened_ledger_has_everything",
                            "a_crash_loses_nothing_that_was_acknowledged",
                            "a_reopened_ledger_has_its_notes",
                            "a_crash_loses_no_note_that_was_written",
                            "what_one_node_noted_the_others_find_at_once",
                            "what_one_node_appended_the_others_find_at_once"),
                    store(
                            "loses the last entry",
                            BrokenStores::losingTheLastEntry,
                            "many_crashes_in_a_row_lose_nothing",
                            "a_repeat_after_a_crash_finds_the_entry",
                            "closing_settles_what_is_under_way"),
                    store(
                            "closes for all",
                            BrokenStores::closingForAll,
                            "a_node_that_leaves_does_not_disturb_the_others"));

    private final Set<String> ran = new TreeSet<>();
    private final Set<String> noticed = new TreeSet<>();

    @ParameterizedTest
    @FieldSource("BROKEN")
    void a_ledger_fails_that(Broken broken) {
        SuiteOnTrial.Verdict verdict = SuiteOnTrial.on(broken.store());
        ran.addAll(verdict.ran());
        noticed.addAll(verdict.failed());
        Set<String> missing = new TreeSet<>(broken.noticedBy());
        missing.removeAll(verdict.failed());
        assertEquals(Set.of(), missing, "a ledger that " + broken + " passed");
    }

    @Test
    void a_right_ledger_passes() {
        SuiteOnTrial.Verdict verdict = SuiteOnTrial.on(TestedStore::right);
        assertTrue(verdict.ran().size() > 80);
        assertEquals(Set.of(), verdict.failed());
    }

    @AfterAll
    void every_test_has_been_failed_by_a_broken_ledger() {
        ran.removeAll(noticed);
        assertEquals(Set.of(), ran);
    }

    private static Broken ledger(String fault, UnaryOperator<Ledger> broken, String... noticedBy) {
        return store(fault, () -> TestedStore.with(broken), noticedBy);
    }

    private static Broken store(String fault, Supplier<DurableStore> broken, String... noticedBy) {
        return new Broken(fault, broken, new TreeSet<>(Arrays.asList(noticedBy)));
    }
}
