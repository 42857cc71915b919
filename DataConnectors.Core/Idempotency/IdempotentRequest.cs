using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Idempotency;

/// <summary>A request that carried an idempotency key, and how it was answered.</summary>
public sealed class IdempotentRequest
{
    /// <summary>SHA-256 of who sent it and the key, in lower-case hexadecimal: the key itself is kept nowhere.</summary>
    public string Id { get; init; } = "";

    /// <summary>
    /// HMAC-SHA-256 of method, path and body under the key, in lower-case hexadecimal: what is to be the same when the key comes again. A
    /// plain hash would let whoever reads the database guess at secrets in the body.
    /// </summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>When it came.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>The status it was answered with; null while it is under way, and for ever when the server was killed meanwhile.</summary>
    public int? StatusCode { get; set; }

    /// <summary>The headers of the answer that belong to its content, as a JSON object.</summary>
    public string HeadersJson { get; set; } = "{}";

    /// <summary>The body of the answer.</summary>
    public byte[] Body { get; set; } = [];
}

internal sealed class IdempotentRequestMapping : IEntityTypeConfiguration<IdempotentRequest>
{
    public void Configure(EntityTypeBuilder<IdempotentRequest> builder)
    {
        builder.ToTable("IdempotentRequests");
        builder.HasIndex(request => request.StartedAt);
    }
}
