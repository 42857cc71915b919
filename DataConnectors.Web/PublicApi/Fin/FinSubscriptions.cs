using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace DataConnectors.Web.PublicApi.Fin;

/// <summary>What somebody may listen to.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="AfterId">Events after this one.</param>
/// <param name="ExpiresAt">Until when.</param>
internal sealed record FinSubscription(long ConversationId, long AfterId, DateTimeOffset ExpiresAt);

/// <summary>
/// Makes the URLs at which one conversation can be listened to. A browser's EventSource sends no headers, so the right to listen stands in the
/// URL: sealed, for one conversation and a short time, and good for nothing else.
/// </summary>
internal sealed class FinSubscriptions(
    IDataProtectionProvider protection,
    IOptions<FinStreamOptions> options,
    TimeProvider clock
)
{
    /// <summary>Where streams are served.</summary>
    public const string Path = "/fin/events";

    private readonly IDataProtector protector = protection.CreateProtector("FinSubscriptions.v1");

    /// <summary>The absolute URL, on the host that the program called.</summary>
    /// <param name="request">The program's request.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="afterId">What is told: what comes after this id.</param>
    public string UrlFor(HttpRequest request, long conversationId, long afterId)
    {
        var expiresAt = clock.GetUtcNow().AddSeconds(options.Value.SubscriptionSeconds);
        var token = protector.Protect(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{conversationId} {afterId} {expiresAt.ToUnixTimeMilliseconds()}"
            )
        );
        return $"{request.Scheme}://{request.Host}{request.PathBase}{Path}?token={token}";
    }

    /// <summary>What the token allows; null when it is none of ours, or has run out.</summary>
    public FinSubscription? Read(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        try
        {
            var numbers = protector
                .Unprotect(token)
                .Split(' ')
                .Select(number => long.Parse(number, CultureInfo.InvariantCulture))
                .ToList();
            var expiresAt = DateTimeOffset.FromUnixTimeMilliseconds(numbers[2]);
            return expiresAt > clock.GetUtcNow()
                ? new FinSubscription(numbers[0], numbers[1], expiresAt)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
