import ChildImpactCommands

Tool.prepareProcess()
let outcome = Tool.run(
    Array(CommandLine.arguments.dropFirst()),
    today: Today.inLondon(),
    environment: Environment.value(of:),
    terminal: Terminal.ofProcess
)
Tool.exit(with: outcome.print())
