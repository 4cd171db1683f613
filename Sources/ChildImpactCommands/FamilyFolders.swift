/// The folder of each family, named after it with safe characters only.
enum FamilyFolders {
    /// Returns a folder name for each family, all different whatever the case of letters.
    static func names(_ families: [String?]) -> [String] {
        var used: Set<String> = []
        return families.map { family in
            let base = safe(family ?? "")
            var name = base
            var number = 2
            while !used.insert(name.lowercased()).inserted {
                name = "\(base)-\(number)"
                number += 1
            }
            return name
        }
    }

    private static func safe(_ name: String) -> String {
        var safe = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_": safe.unicodeScalars.append(scalar)
            default: if !safe.isEmpty, safe.last != "-" { safe.append("-") }
            }
        }
        while safe.last == "-" { safe.removeLast() }
        let short = String(safe.prefix(80))
        return short.isEmpty ? "family" : short
    }
}
