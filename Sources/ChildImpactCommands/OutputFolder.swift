import EventFiles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes result files so that each appears whole or not at all, and never over a file that is not our own.
struct OutputFolder {
    let path: String
    private let isForced: Bool
    private var files: [(name: String, bytes: [UInt8])] = []
    private var stale: [String] = []

    init(_ path: String, isForced: Bool) {
        self.path = path
        self.isForced = isForced
    }

    /// Adds a file to be written, by its name in the folder.
    mutating func add(_ name: String, _ bytes: [UInt8]) {
        files.append((name, bytes))
    }

    /// Names a file that must not stay from an earlier run, when it is one of ours.
    mutating func removeIfOwn(_ name: String) {
        stale.append(name)
    }

    /// Returns the path of a file in the folder.
    func path(of name: String) -> String {
        path == "." ? name : path.hasSuffix("/") ? path + name : "\(path)/\(name)"
    }

    /// Writes all files; before the first is written, none may be in the way.
    ///
    /// An interruption is held back until the files are in their places.
    ///
    /// - Throws: ``WriteError`` for a folder that cannot be made, a file in the way, and a file that cannot be written.
    func write() throws(WriteError) {
        for file in files { try checkWay(path(of: file.name)) }
        let held = SignalHold()
        defer { held.release() }
        for file in files {
            let target = path(of: file.name)
            try makeFolder(of: target)
            do {
                try Data(file.bytes).write(to: URL(filePath: target), options: .atomic)
            } catch {
                throw WriteError(path: target, message: "the file cannot be written")
            }
        }
        for name in stale where FileSystem.exists(path(of: name)) {
            let target = path(of: name)
            guard let bytes = try? FileSystem.bytes(at: target), SourceFile.isOwn(bytes) else { continue }
            try? FileManager.default.removeItem(atPath: target)
        }
    }

    private func checkWay(_ target: String) throws(WriteError) {
        guard FileSystem.exists(target) else { return }
        if FileSystem.isFolder(target) { throw WriteError(path: target, message: "a folder is in the way") }
        guard !isForced else { return }
        guard let bytes = try? FileSystem.bytes(at: target), SourceFile.isOwn(bytes) else {
            throw WriteError(
                path: target,
                message: "a file that child-impact did not make is in the way; move it or use --force"
            )
        }
    }

    private func makeFolder(of target: String) throws(WriteError) {
        guard let slash = target.lastIndex(of: "/"), slash != target.startIndex else { return }
        let folder = String(target[..<slash])
        guard !FileSystem.isFolder(folder) else { return }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw WriteError(path: folder, message: "the folder cannot be made")
        }
    }
}

/// Holds back an interruption while files are put in their places.
private struct SignalHold {
    private var previous = sigset_t()

    init() {
        var held = sigset_t()
        unsafe sigemptyset(&held)
        for signal in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&held, signal) }
        unsafe sigprocmask(SIG_BLOCK, &held, &previous)
    }

    func release() {
        var previous = previous
        unsafe sigprocmask(SIG_SETMASK, &previous, nil)
    }
}
