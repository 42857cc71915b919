using System.Buffers;
using System.Collections.Frozen;

namespace DataConnectors.Core.Templating;

/// <summary>Which header names an admin may set: names are literal and never decide where or how the call is sent.</summary>
public static class HeaderName
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~"
    );

    /// <summary>Set by the transport: routing, framing and hop-by-hop headers.</summary>
    private static readonly FrozenSet<string> OfTheTransport = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Host",
        "Content-Length",
        "Transfer-Encoding",
        "Connection",
        "Keep-Alive",
        "TE",
        "Trailer",
        "Trailers",
        "Upgrade",
        "HTTP2-Settings",
        "Expect"
    );

    /// <summary>Headers that only serve to unlock a cloud's metadata service.</summary>
    private static readonly FrozenSet<string> OfMetadataServices = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Metadata",
        "Metadata-Flavor",
        "Metadata-Token",
        "X-Metadata-Token",
        "X-Google-Metadata-Request",
        "X-aliyun-ecs-metadata-token",
        "X-aliyun-ecs-metadata-token-ttl-seconds"
    );

    /// <summary>Why this name cannot be set, in a sentence that may be shown; null when it can.</summary>
    public static string? FaultIn(string name)
    {
        if (name.Length == 0)
        {
            return "Give the header a name.";
        }

        if (name.AsSpan().ContainsAnyExcept(Allowed))
        {
            return "A header name consists of letters, digits and - only, without spaces.";
        }

        if (
            OfTheTransport.Contains(name)
            || name.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase)
        )
        {
            return $"The header {name} is set by the connection itself and cannot be chosen.";
        }

        return
            OfMetadataServices.Contains(name)
            || name.StartsWith("X-aws-ec2-metadata-", StringComparison.OrdinalIgnoreCase)
            ? $"The header {name} belongs to a cloud's metadata service and cannot be sent."
            : null;
    }
}
