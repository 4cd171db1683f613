/// What an account says, in the form in which accounts are compared.
struct AccountWords {
    /// What it says, each thing once, by ascending number.
    let words: [Int]
    /// The words in which it says each, as it says it first.
    let written: [Int: String]
    /// What the name of its agency says, so that an account that names the agency shares it.
    let agency: [Int]
    /// What ``words`` weigh.
    let weight: Int
    /// The numbers with five to nine figures by which a record can be found, such as those of a police log.
    let references: Set<String>
}
