namespace DataConnectors.Core.Scripting;

/// <summary>A place where code does not compile, as an editor underlines it.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
/// <param name="EndLine">The line of the last character, from 1.</param>
/// <param name="EndColumn">One past the last character, from 1.</param>
/// <param name="Message">What is wrong.</param>
public sealed record ScriptDiagnostic(
    int Line,
    int Column,
    int EndLine,
    int EndColumn,
    string Message
);
