import Foundation

/// The input that is being run, in a file that outlives the process.
///
/// The files are opened once: to make one anew for every input costs more than to run it.
struct CurrentInput {
    private let input: FileHandle
    private let number: FileHandle
    private let paths: [String]

    init(of reader: Reader, in folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        paths = ["\(folder)/\(reader.rawValue).\(reader.ending)", "\(folder)/\(reader.rawValue).number"]
        for path in paths { try Data().write(to: URL(filePath: path)) }
        input = try FileHandle(forWritingTo: URL(filePath: paths[0]))
        number = try FileHandle(forWritingTo: URL(filePath: paths[1]))
    }

    /// Writes an input down, with the number of its mutation where it is one.
    func keep(_ bytes: [UInt8], _ mutation: Int?) {
        write(bytes, to: input)
        write(Array((mutation.map { String($0) } ?? "seed").utf8), to: number)
    }

    private func write(_ bytes: [UInt8], to file: FileHandle) {
        do {
            try file.seek(toOffset: 0)
            try file.write(contentsOf: Data(bytes))
            try file.truncate(atOffset: UInt64(bytes.count))
        } catch {
            print("the input cannot be written down: \(error)")
        }
    }

    /// Takes the files away, once nothing can die any more.
    func remove() {
        for path in paths { try? FileManager.default.removeItem(atPath: path) }
    }
}
