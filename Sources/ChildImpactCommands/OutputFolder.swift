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
    private let inputs: Set<String>

    /// Makes a folder to write to.
    ///
    /// `inputs` are the files that were read, with their links followed: none of them is ever written over.
    init(_ path: String, isForced: Bool, inputs: [String]) {
        self.path = path
        self.isForced = isForced
        self.inputs = Set(inputs)
    }

    /// Whether a file of the folder has these bytes already.
    func holds(_ bytes: [UInt8], as name: String) -> Bool {
        let target = path(of: name)
        return FileSystem.exists(target) && (try? FileSystem.bytes(at: target)) == bytes
    }

    /// Returns the path of a file in the folder.
    func path(of name: String) -> String {
        path == "." ? name : path.hasSuffix("/") ? path + name : "\(path)/\(name)"
    }

    /// Writes files by their names in the folder; one that is there already with the same bytes is left alone.
    ///
    /// An interruption is held back until all of them are in their places.
    ///
    /// - Throws: ``WriteError`` for a folder that cannot be made and a file that cannot be written.
    func write(_ files: [(name: String, bytes: [UInt8])]) throws(WriteError) {
        let held = SignalHold()
        defer { held.release() }
        for file in files {
            let target = path(of: file.name)
            if holds(file.bytes, as: file.name) { continue }
            try makeFolder(of: target)
            try put(file.bytes, at: target)
        }
    }

    /// Removes a file of an earlier run that must not stay, when it is one of ours.
    func removeIfOwn(_ name: String) {
        let target = path(of: name)
        guard FileSystem.exists(target), let bytes = try? FileSystem.bytes(at: target), SourceFile.isOwn(bytes) else {
            return
        }
        try? FileManager.default.removeItem(atPath: target)
    }

    /// Writes a file beside its place and moves it there.
    ///
    /// It does not wait for the disk, as Foundation's writers do: after a failure of power the files are made again from
    /// their sources, and a caseload has tens of thousands.
    private func put(_ bytes: [UInt8], at target: String) throws(WriteError) {
        let slash = target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex
        let partial = "\(target[..<slash]).\(target[slash...]).partial"
        guard Self.write(bytes, to: partial), unsafe rename(partial, target) == 0 else {
            _ = unsafe unlink(partial)
            throw WriteError(path: target, message: "the file cannot be written")
        }
    }

    /// Writes a file that only its owner can read: it holds a child's records.
    private static func write(_ bytes: [UInt8], to path: String) -> Bool {
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return false }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = unsafe rest.withUnsafeBytes { buffer in
                unsafe systemWrite(file, buffer.baseAddress, buffer.count)
            }
            guard written > 0 else { break }
            rest = rest.dropFirst(written)
        }
        return close(file) == 0 && rest.isEmpty
    }

    /// Checks that nothing stands where a file is to be written, but a file of ours.
    ///
    /// - Throws: ``WriteError`` when something is in the way.
    func checkWay(_ name: String) throws(WriteError) {
        let target = path(of: name)
        guard FileSystem.exists(target) else { return }
        if FileSystem.isFolder(target) { throw WriteError(path: target, message: "a folder is in the way") }
        let isOwn = (try? FileSystem.bytes(at: target)).map(SourceFile.isOwn) ?? false
        if inputs.contains(FileSystem.resolved(target)), !isOwn {
            throw WriteError(path: target, message: "the file is a source of this build and is not written over")
        }
        guard isForced || isOwn else {
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
