namespace DataConnectors.Core.Kernel;

/// <summary>One thing that is wrong with what somebody entered, and where.</summary>
/// <param name="Path">
/// The place in the definition, camel-cased with indexes: <c>name</c>, <c>headers[1].value</c>. It picks the tab badge and the
/// field in the console, and the <c>field</c> of an API error.
/// </param>
/// <param name="Message">What is wrong and how to mend it, in a sentence that may be shown to anyone.</param>
/// <param name="Severity">Whether it must be mended before the connector can go live.</param>
public sealed record Problem(
    string Path,
    string Message,
    ProblemSeverity Severity = ProblemSeverity.Error
);

/// <summary>How much a <see cref="Problem"/> matters.</summary>
public enum ProblemSeverity
{
    /// <summary>Setting live is refused.</summary>
    Error,

    /// <summary>Setting live is possible; a person should know.</summary>
    Warning,
}
