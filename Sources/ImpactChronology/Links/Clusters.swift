/// What belongs together, where pairs of it do.
public struct Clusters<Member: Hashable & Sendable>: Sendable {
    private var leaders: [Member: Member] = [:]

    /// Puts the members of each pair together; of pairs that share a member all are one cluster.
    public init(_ pairs: [(Member, Member)]) {
        for (first, second) in pairs {
            let (one, other) = (leader(of: first), leader(of: second))
            if one != other { leaders[other] = one }
        }
    }

    /// The member that stands for the cluster of another; the member itself where it is in no pair.
    public func leader(of member: Member) -> Member {
        var member = member
        while let next = leaders[member] { member = next }
        return member
    }
}
