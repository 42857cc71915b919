namespace DataConnectors.Core.Execution;

/// <summary>Why a stage could not do its part: the expected failures of an execution.</summary>
/// <param name="Type">Which of the closed list.</param>
/// <param name="Message">What happened and what the admin can do, safe to show and to store: no secret, no query string.</param>
/// <param name="FieldPath">The field of the definition to mend, as in <see cref="Kernel.Problem.Path"/>; null when none.</param>
public sealed record StageFailure(ErrorType Type, string Message, string? FieldPath = null);
