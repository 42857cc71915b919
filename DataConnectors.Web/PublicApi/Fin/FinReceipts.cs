namespace DataConnectors.Web.PublicApi.Fin;

/// <summary>Says that Fin has a message.</summary>
internal static class FinReceipts
{
    /// <summary>The receipt, with the URL at which its answer is told.</summary>
    public static FinReceipt Of(
        StoredForFin stored,
        HttpRequest request,
        FinSubscriptions subscriptions,
        TimeProvider clock
    ) =>
        new()
        {
            ConversationId = stored.Conversation.WireId(),
            UserId = stored.UserId,
            Status = stored.Conversation.Progress(),
            CreatedAtMs = clock.GetUtcNow().ToMilliseconds(),
            SseSubscriptionUrl = subscriptions.UrlFor(
                request,
                stored.Conversation.Id,
                stored.Message.Id
            ),
            Errors = stored.Errors,
        };
}
