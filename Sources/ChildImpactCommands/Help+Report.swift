extension Help {
    /// The options of `report`.
    static let report = """
        Options:
          -h, --help            this text

        """
}
