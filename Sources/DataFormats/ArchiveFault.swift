/// What is wrong with an archive: one line, with nothing from inside its entries.
public struct ArchiveFault: Error, Sendable, Hashable {
    /// What kind of fault it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The bytes are no ZIP archive at all.
        case notAnArchive
        /// The file is an OLE compound file: an Office file of before 2007, or one that a password protects.
        case compoundFile
        /// The archive begins as one, and its end is missing.
        case cut
        /// The directory of the archive contradicts itself or what it lists.
        case damaged
        /// There are more entries than the limit.
        case tooManyEntries
        /// The name of an entry could lead out of a folder, or is no name.
        case unsafeName
        /// Two entries have one name, perhaps in other case.
        case duplicateName
        /// An entry is encrypted.
        case encrypted
        /// Two entries share bytes.
        case overlapping
        /// An entry is compressed by a method other than deflate.
        case unknownMethod
        /// An entry cannot be inflated.
        case badData
        /// An entry is not what its checksum or its size says.
        case wrongChecksum
        /// An entry grows more than an honest one.
        case growsTooMuch
        /// The entries together are larger than the limit.
        case tooLarge
        /// There is not memory enough.
        case noMemory
    }

    /// What kind of fault it is.
    public let kind: Kind
    /// What is wrong, in one line.
    public let message: String

    /// What to do about it; `nil` where the message says so, or nothing can be done to the file.
    public var suggestion: String? {
        switch kind {
        case .encrypted: "save it without the password"
        case .notAnArchive, .cut, .damaged, .unsafeName, .duplicateName, .overlapping, .unknownMethod, .badData,
            .wrongChecksum:
            "open it in the program that made it and save it anew, or ask for it again"
        case .tooManyEntries, .growsTooMuch, .tooLarge: "save the table that is wanted in a file of its own"
        case .compoundFile, .noMemory: nil
        }
    }

    init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }
}
