import XML

/// Parses a source that the test wrote down.
func parsed(_ source: String, name: String = "test.xml") throws -> XMLDocument {
    try XMLDocument(parsing: Array(source.utf8), name: name)
}
