using System.Collections.Immutable;
using DataConnectors.Core.Scripting;

namespace DataConnectors.Core.Connectors;

/// <summary>A language that code of a definition is written in.</summary>
public enum CodeLanguage
{
    /// <summary>Python: a function <c>transform</c>.</summary>
    Python,

    /// <summary>JavaScript: a function <c>transform</c>.</summary>
    JavaScript,

    /// <summary>JavaScript: an expression for one field.</summary>
    Expression,
}

/// <summary>What is known of code without running it.</summary>
/// <param name="Obstacle">Why this machine cannot run it; null when it can.</param>
/// <param name="Diagnostics">Where it does not compile.</param>
public sealed record CodeVerdict(string? Obstacle, IReadOnlyList<ScriptDiagnostic> Diagnostics);

/// <summary>
/// Verdicts by code. Finding one takes a process, so it is asked for ahead (<see cref="CodeChecker"/>) and looked up by the rules; code that
/// nobody has looked at yet has none.
/// </summary>
public sealed class CodeVerdicts
{
    private readonly ImmutableDictionary<(CodeLanguage, string), CodeVerdict> byCode;

    private CodeVerdicts(ImmutableDictionary<(CodeLanguage, string), CodeVerdict> byCode) =>
        this.byCode = byCode;

    /// <summary>Nothing was looked at.</summary>
    public static CodeVerdicts None { get; } =
        new(ImmutableDictionary<(CodeLanguage, string), CodeVerdict>.Empty);

    /// <summary>The verdict on that code; null when nobody has looked at it.</summary>
    public CodeVerdict? Find(CodeLanguage language, string code) =>
        byCode.GetValueOrDefault((language, code));

    /// <summary>These verdicts and one more.</summary>
    public CodeVerdicts With(CodeLanguage language, string code, CodeVerdict verdict) =>
        new(byCode.SetItem((language, code), verdict));
}
