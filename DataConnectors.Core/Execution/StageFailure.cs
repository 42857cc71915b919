namespace DataConnectors.Core.Execution;

/// <summary>Why a stage could not do its part: the expected failures of an execution.</summary>
/// <param name="Type">Which of the closed list.</param>
/// <param name="Message">What happened and what the admin can do, safe to show: no secret, no query string.</param>
/// <param name="FieldPath">The field of the definition to mend, as in <see cref="Kernel.Problem.Path"/>; null when none.</param>
public sealed record StageFailure(ErrorType Type, string Message, string? FieldPath = null)
{
    /// <summary>
    /// The same without anything that an admin's code may have taken from the answer; null when <see cref="Message"/> holds no such text.
    /// Stored instead of it where fields are redacted.
    /// </summary>
    public string? Summary { get; init; }
}
