extension WordDocument {
    /// Returns the main part of the Word document in an archive; `nil` when there is none.
    ///
    /// It is the part that the relationships of the archive name, else the one of its content type, else the one of the
    /// usual name.
    ///
    /// - Throws: an ``ArchiveFault`` when the part cannot be taken out of the archive.
    public static func mainPart(of archive: ZipArchive) throws(ArchiveFault) -> [UInt8]? {
        let package = OfficePackage(archive: archive)
        let name = package.mainPart ?? package.part { $0.contains("word") && $0.hasSuffix(".main+xml") }
        return try archive.bytes(of: name ?? "word/document.xml")
    }
}
