using DataConnectors.Core.Agent;
using DataConnectors.Core.Inbox;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.Fin;

/// <summary>Asks one question, and waits for the answer.</summary>
internal static class AskFin
{
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    public static async Task<IResult> HandleAsync(
        HttpContext context,
        FinMessages messages,
        FinConversations fin,
        ConversationQueries conversations,
        FinSubscriptions subscriptions,
        TimeProvider clock
    )
    {
        if (
            !(await RequestBody.ReadAsync<AskFinRequest>(context, Nothing)).TryGet(
                out var sent,
                out var refusal
            )
        )
        {
            return refusal.ToResult();
        }

        var faults = new SettingFaults();
        var wanted = Read(sent.Value, faults);
        if (faults.Errors.Count > 0)
        {
            return RequestRefusal.Invalid(faults.Errors).ToResult();
        }

        // A call that went out cannot be taken back: it is answered, and recorded, whoever has stopped waiting.
        var outcome = await messages.StartAsync(wanted, CancellationToken.None);
        if (!outcome.TryGet(out var stored, out var fault))
        {
            return ApiErrors.Of(fault);
        }

        if (stored.Received is null)
        {
            return ApiErrors.Of(
                StatusCodes.Status409Conflict,
                ErrorCodes.Conflict,
                $"This was asked in the conversation \"{wanted.ConversationId}\" already. Go on in it with POST /fin/reply, or choose another id."
            );
        }

        var answered = await fin.AnswerAsync(
            stored.Conversation.Id,
            stored.Message.Id,
            CancellationToken.None
        );
        if (!answered.TryGet(out var reply, out fault))
        {
            return ApiErrors.Of(fault);
        }

        var now = await conversations.FindHeadAsync(stored.Conversation.Id, CancellationToken.None);
        var receipt = FinReceipts.Of(
            stored with
            {
                Conversation = now!,
            },
            context.Request,
            subscriptions,
            clock
        );
        return ApiJson.Result(
            new FinAnswer
            {
                ConversationId = receipt.ConversationId,
                UserId = receipt.UserId,
                Status = receipt.Status,
                CreatedAtMs = receipt.CreatedAtMs,
                SseSubscriptionUrl = receipt.SseSubscriptionUrl,
                Errors = receipt.Errors,
                Answer = reply.Message?.Text,
                Sources = reply.Message is null
                    ? []
                    : await SourcesAsync(reply.Message, conversations),
            }
        );
    }

    private static WantedConversation Read(AskFinRequest sent, SettingFaults faults)
    {
        if (sent.Question is not null && sent.Message is not null)
        {
            faults.Add("question", "Send the question or the message, not both.");
        }

        return new WantedConversation(
            sent.ConversationId is { } id ? FinRequestFaults.ConversationId(id, faults) : null,
            FinRequestFaults.User(sent.User, faults),
            sent is { Message: not null, Question: null }
                ? FinRequestFaults.Question(sent.Message, faults)
                : FinRequestFaults.Text(sent.Question, "question", faults)
        )
        {
            Earlier = FinRequestFaults.History(sent.ConversationMetadata, faults),
            Metadata = sent.ConversationMetadata,
        };
    }

    private static async Task<IReadOnlyList<FinSource>> SourcesAsync(
        ConversationMessage answer,
        ConversationQueries conversations
    )
    {
        var triggered = await conversations.ListActionsAsync(
            answer.ConversationId,
            answer.Id,
            CancellationToken.None
        );
        var sources = triggered
            .Where(action => action.IsUsedInReply)
            .Select(action => new FinSource
            {
                Type = "data_connector",
                Id = WireId.Of(action.ConnectorId),
                Name = action.ConnectorName,
                ExecutionId = WireId.Of(action.ExecutionId),
            });
        if (
            AgentJson.DeserializeTrace(answer.TraceJson)?.Content is { IsUsedInReply: true } content
        )
        {
            sources = sources.Append(
                new FinSource
                {
                    Type = "article",
                    Id = WireId.Of(content.Id),
                    Name = content.Title,
                }
            );
        }

        return [.. sources];
    }
}
