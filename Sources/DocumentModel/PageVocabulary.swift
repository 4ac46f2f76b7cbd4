/// The words by which a reader tells what of a published page is not the report itself.
package struct PageVocabulary: Hashable, Sendable {
    /// Labels before the day of publication.
    package let publicationLabels: [String]
    /// Labels before the name of who published it.
    package let originLabels: [String]
    /// What controls and links around a report say (print, close, share, previous page). A line that such words make up is none of the report's.
    package let furniture: [String]

    package init(publicationLabels: [String], originLabels: [String], furniture: [String]) {
        self.publicationLabels = publicationLabels
        self.originLabels = originLabels
        self.furniture = furniture
    }

    /// Knows no words.
    package static let empty = PageVocabulary(publicationLabels: [], originLabels: [], furniture: [])
}
