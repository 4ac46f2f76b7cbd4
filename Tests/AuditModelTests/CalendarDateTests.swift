import AuditModel
import Testing

@Suite struct CalendarDateTests {
    @Test(
        "days that a calendar has are dates",
        arguments: [
            (2024, 2, 29, "2024-02-29"), (2000, 2, 29, "2000-02-29"), (2023, 12, 31, "2023-12-31"), (1, 1, 1, "0001-01-01"),
            (9999, 4, 30, "9999-04-30"),
        ])
    func days(year: Int, month: Int, day: Int, written: String) {
        #expect(CalendarDate(year: year, month: month, day: day)?.description == written)
    }

    @Test(
        "days that no calendar has are none",
        arguments: [
            (2023, 2, 29), (1900, 2, 29), (2024, 2, 30), (2024, 4, 31), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0), (2024, 1, 32), (0, 1, 1),
            (10_000, 1, 1), (2024, -1, 1), (2024, .max, 1), (.min, 1, 1),
        ])
    func noDays(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test("every year has 365 days or, when leap, 366", arguments: [(2023, 365), (2024, 366), (1900, 365), (2000, 366)])
    func lengths(year: Int, days: Int) {
        let count = (1...12).reduce(0) { sum, month in sum + (1...31).count { CalendarDate(year: year, month: month, day: $0) != nil } }
        #expect(count == days)
    }

    @Test("dates are in the calendar's order, which is that of their spelling") func order() {
        let parts = [(2023, 12, 31), (2024, 1, 1), (2024, 1, 31), (2024, 2, 1), (2024, 10, 9), (2024, 10, 10)]
        let dates = parts.compactMap { CalendarDate(year: $0, month: $1, day: $2) }
        #expect(dates.count == parts.count)
        #expect(dates.reversed().sorted() == dates)
        #expect(dates.map(\.description).sorted() == dates.map(\.description))
    }
}
