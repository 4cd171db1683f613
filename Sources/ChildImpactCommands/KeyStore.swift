import DataFormats
import Diagnostics
import NamesAndLabels

/// Reads and writes key files.
enum KeyStore {
    /// A key that cannot be used, or not with this password.
    struct Fault: Error, Hashable {
        let path: String
        let id: String
        let message: String
        var suggestion: String?

        var diagnostic: Diagnostic {
            Diagnostic(id: id, severity: .error, summary: message, place: Place(path: path), suggestion: suggestion)
        }
    }

    /// Whether a path lies in a folder, through whatever links.
    static func lies(_ path: String, in folder: String) -> Bool {
        let path = resolved(path)
        let folder = resolved(folder)
        return path.count > folder.count && Array(path.prefix(folder.count)) == folder
    }

    /// The steps of a path whose last ones need not be there yet.
    private static func resolved(_ path: String) -> [Substring] {
        var rest: [Substring] = []
        var front = path.hasPrefix("/") ? path : "./\(path)"
        while !FileSystem.exists(front), let slash = front.lastIndex(of: "/") {
            let last = front[front.index(after: slash)...]
            if !last.isEmpty, last != "." { rest.insert(last, at: 0) }
            front = slash == front.startIndex ? "/" : String(front[..<slash])
        }
        return FileSystem.resolved(front).split(separator: "/") + rest
    }

    /// The bytes of a key, sealed when there is a password.
    static func bytes(of key: KeyFile, passwordFile: String?, path: String) throws -> [UInt8] {
        guard let passwordFile else { return key.bytes }
        let password = try password(at: passwordFile)
        do throws(SealFault) {
            return try SealedBytes.seal(key.bytes, with: password)
        } catch {
            throw Fault(path: path, id: "key.memory", message: "there is not memory enough to seal the key")
        }
    }

    /// Whether a file is a key, sealed or not: a paper is never written over.
    static func isKey(_ path: String) -> Bool {
        guard !FileSystem.isFolder(path), let bytes = try? FileSystem.bytes(at: path) else { return false }
        return SealedBytes.areSealed(bytes) || bytes.starts(with: "{\"child-impact-key\"".utf8)
    }

    /// Reads a key.
    static func key(at path: String, passwordFile: String?) throws -> KeyFile {
        guard FileSystem.exists(path), !FileSystem.isFolder(path) else {
            throw ReadError(path: path, message: "there is no such key file")
        }
        var bytes = try FileSystem.bytes(at: path)
        if SealedBytes.areSealed(bytes) {
            guard let passwordFile else {
                throw Fault(
                    path: path,
                    id: "key.password.missing",
                    message: "the key is sealed",
                    suggestion: "give its password with --password-file"
                )
            }
            let password = try password(at: passwordFile)
            do throws(SealFault) {
                bytes = try SealedBytes.open(bytes, with: password)
            } catch {
                throw fault(error, path)
            }
        }
        do throws(KeyFault) {
            return try KeyFile(parsing: bytes)
        } catch {
            throw fault(error, path)
        }
    }

    private static func fault(_ fault: SealFault, _ path: String) -> Fault {
        switch fault {
        case .wrongPasswordOrDamaged:
            Fault(path: path, id: "key.password.wrong", message: "the password is wrong, or the key is damaged")
        case .noMemory: Fault(path: path, id: "key.memory", message: "there is not memory enough to open the key")
        case .cut: Fault(path: path, id: "key.damaged", message: "the key is damaged: it is cut short")
        case .notSealed: Fault(path: path, id: "key.damaged", message: "the key is damaged, or of another version")
        }
    }

    private static func fault(_ fault: KeyFault, _ path: String) -> Fault {
        switch fault {
        case .notAKey: Fault(path: path, id: "key.none", message: "the file is no key of child-impact")
        case .unknownVersion: Fault(path: path, id: "key.version", message: "the key is of a version that is not known")
        case .damaged: Fault(path: path, id: "key.damaged", message: "the key is damaged; nothing is restored")
        }
    }

    private static func password(at path: String) throws -> Password {
        guard let file = OpenFile(path), file.count <= 1 << 16, var bytes = file.bytes(in: 0..<file.count) else {
            throw ReadError(path: path, message: "the password cannot be read")
        }
        guard let password = Password(wiping: &bytes) else {
            throw ReadError(path: path, message: "the file holds no password")
        }
        return password
    }
}
