using DataConnectors.Core.Connectors;
using DataConnectors.Core.Execution;

namespace DataConnectors.Core.Agent.Composing;

/// <summary>
/// Tells a customer, politely and without technical detail, that a run failed. What happened exactly stands in the trace and in
/// the log, for the team.
/// </summary>
internal static class FailureText
{
    /// <summary>What the person reads instead of an answer.</summary>
    public static string Compose(
        ConnectorDefinition definition,
        IReadOnlyDictionary<string, string> inputs,
        ExecutionResult result
    )
    {
        var isWrite = definition.Method.IsWrite();
        var given = AnswerComposer.SayInputs(definition, inputs);
        return result switch
        {
            {
                Failure.Type: ErrorType.FinIdentityVerification
                    or ErrorType.StandaloneIdentityVerification
            } =>
                "I can only do this for customers who are signed in. Please sign in and ask me again.",
            { Failure.Type: ErrorType.RequestValidation } =>
                "I do not have all the details that I need for this, so I could not do it. Could you tell me more?",
            { Response.Status: 404 or 410 } => given.Length == 0
                ? "I could not find what you asked for."
                : $"I could not find anything with {given}. Please check it and try again.",
            // The values are right; the state of things forbids it.
            { Response.Status: 409 } => given.Length == 0
                ? "I'm sorry, that is not possible as things stand. Please ask our team for help."
                : $"I'm sorry, that is not possible as things stand, with {given}. Please ask our team for help.",
            { Response.Status: 400 or 422 } when given.Length > 0 =>
                $"That was not possible with {given}. Please check it and try again.",
            { Response.Status: 429 } =>
                "I'm sorry, there are too many requests at the moment. Please try again in a minute.",

            // Nobody knows whether a write that got no answer was carried out: saying "it failed" could make the person do it twice.
            { Failure.Type: ErrorType.Connection }
                when isWrite && result.Response is null && result.Request is not null =>
                "I'm sorry, I could not confirm whether that went through. Please check before you try again, or ask our team for help.",

            // It was carried out; only the answer could not be read.
            { Failure.Type: ErrorType.ResponseMapping or ErrorType.ResponseFormatting }
                when isWrite =>
                "Your request was accepted, but I could not read the confirmation. Please ask our team if you need the details.",
            _ when isWrite =>
                "I'm sorry, I could not do that right now. Nothing was changed as far as I know. Please try again later, or ask our team for help.",
            _ =>
                "I'm sorry, I could not look that up right now. Please try again later, or ask our team for help.",
        };
    }
}
