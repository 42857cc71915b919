using System.ComponentModel;
using DataConnectors.Core.Agent;
using DataConnectors.Core.Inbox;
using DataConnectors.Web.PublicApi.Errors;
using Microsoft.AspNetCore.Mvc;

namespace DataConnectors.Web.PublicApi.Fin;

/// <summary>Says of every answer of Fin in a conversation how it came about.</summary>
internal static class ReadTrace
{
    public static async Task<IResult> HandleAsync(
        [FromRoute(Name = "conversation_id")]
        [Description("The conversation: the id that a program gave it, or ours.")]
            string conversationId,
        ConversationQueries conversations,
        CancellationToken cancellationToken
    )
    {
        var head = await conversations.FindByWireIdAsync(conversationId, cancellationToken);
        var thread = head is null
            ? null
            : await conversations.FindAsync(head.Id, cancellationToken);
        return thread is null
            ? NotFound.Conversation()
            : ApiJson.Result(new FinTrace(thread.Conversation.WireId(), [.. TurnsOf(thread)]));
    }

    private static IEnumerable<FinTraceTurn> TurnsOf(ConversationThread thread)
    {
        string? question = null;
        foreach (var message in thread.Messages)
        {
            if (message.Author == MessageAuthor.Person)
            {
                question = message.Text;
            }
            else if (AgentJson.DeserializeTrace(message.TraceJson) is { } trace)
            {
                yield return TurnOf(message, trace, question);
            }
        }
    }

    private static FinTraceTurn TurnOf(
        ConversationMessage message,
        AgentTrace trace,
        string? question
    ) =>
        new()
        {
            Question = question,
            Candidates =
            [
                .. trace.Candidates.Select(candidate => new FinTraceCandidate
                {
                    Id = WireId.Of(candidate.Id),
                    Name = candidate.Name,
                    Score = candidate.Score,
                    Skipped = candidate.Skipped,
                }),
            ],
            Chosen = WireId.Of(trace.Chosen),
            Inputs = trace.Inputs,
            ExecutionId = WireId.Of(trace.ExecutionId),
            Answer = message.Text,
            Steps =
            [
                .. trace.Steps.Select(step => new FinTraceStep
                {
                    DataConnectorId = WireId.Of(step.ConnectorId),
                    Name = step.Name,
                    Inputs = step.Inputs,
                    ExecutionId = WireId.Of(step.ExecutionId),
                    Success = step.IsSuccess,
                    UsedInReply = step.IsUsedInReply,
                }),
            ],
            Content = trace.Content is { } content
                ? new FinTraceContent
                {
                    Id = WireId.Of(content.Id),
                    Title = content.Title,
                    Score = content.Score,
                    UsedInReply = content.IsUsedInReply,
                }
                : null,
            Notes = trace.Notes,
            AnsweredBy = trace.AnsweredBy,
            CreatedAt = message.CreatedAt,
        };
}
