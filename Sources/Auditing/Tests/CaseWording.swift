/// The words of reports that test cases leave to be made up.
enum CaseWording {
    /// A title that names a unit and a year.
    static func title(year: Int, kind: String) -> String { "云溪区水利局\(year)年\(kind)" }
}
