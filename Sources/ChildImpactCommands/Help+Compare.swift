extension Help {
    /// The options of `compare`.
    static let compare = """
        Options:
          -h, --help            this text

        """
}
