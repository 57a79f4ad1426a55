package baseline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The application.
@SpringBootApplication
public class SeatSales {

    public static void main(String[] arguments) {
        SpringApplication.run(SeatSales.class, arguments);
    }
}
