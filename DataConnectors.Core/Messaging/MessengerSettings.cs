using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Messaging;

/// <summary>How the Messenger is set up in this workspace.</summary>
public sealed class MessengerSettings
{
    internal const long OnlyId = 1;

    /// <summary>The id; at most one row exists.</summary>
    public long Id { get; init; } = OnlyId;

    /// <summary>The origins of the pages that may show the Messenger, one a line.</summary>
    public string AllowedOrigins { get; set; } = "";
}

internal sealed class MessengerSettingsMapping : IEntityTypeConfiguration<MessengerSettings>
{
    public void Configure(EntityTypeBuilder<MessengerSettings> builder)
    {
        builder.ToTable("MessengerSettings");
        builder.Property(settings => settings.Id).ValueGeneratedNever();
    }
}

/// <summary>On whose pages the Messenger may be shown.</summary>
public sealed class AllowedOrigins(IDbContextFactory<DataConnectorsDbContext> contexts)
{
    /// <summary>The most origins.</summary>
    public const int MaxCount = 50;

    /// <summary>The origins, in the order they were entered; empty when none was.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await context
            .Set<MessengerSettings>()
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        return Lines(stored?.AllowedOrigins ?? "");
    }

    /// <summary>Sets them. Invalid at <c>allowedOrigins</c>, with every line that is no origin.</summary>
    /// <param name="actor">Who sets them.</param>
    /// <param name="text">One origin a line, such as <c>https://www.example.com</c>.</param>
    /// <param name="cancellationToken">Ends the storing.</param>
    public async Task<Outcome<Done, Fault>> SetAsync(
        Actor actor,
        string text,
        CancellationToken cancellationToken
    )
    {
        if (!actor.CanAccessDeveloperHub)
        {
            return Fault.Forbidden();
        }

        var origins = Lines(text);
        List<Problem> problems =
        [
            .. origins
                .Where(origin => OriginOf(origin) is null)
                .Select(origin => new Problem(
                    "allowedOrigins",
                    $"\"{origin}\" is no origin. Write scheme, host and perhaps a port, such as https://www.example.com."
                )),
        ];
        if (origins.Length > MaxCount)
        {
            problems.Add(new Problem("allowedOrigins", $"Enter at most {MaxCount} origins."));
        }

        if (problems.Count > 0)
        {
            return Fault.Invalid(problems);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await context.Set<MessengerSettings>().SingleOrDefaultAsync(cancellationToken);
        if (stored is null)
        {
            stored = new MessengerSettings();
            context.Add(stored);
        }

        stored.AllowedOrigins = string.Join('\n', origins.Select(OriginOf).Distinct());
        await context.SaveChangesAsync(cancellationToken);
        return Done.Instance;
    }

    // It goes into a header that browsers read: nothing but an origin may get there.
    private static string? OriginOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address.PathAndQuery is "/"
        && address.Fragment.Length == 0
        && address.UserInfo.Length == 0
        && address.IdnHost.Length > 0
            ? $"{address.Scheme}://{(address.HostNameType == UriHostNameType.IPv6 ? address.Host : address.IdnHost)}{(address.IsDefaultPort ? "" : FormattableString.Invariant($":{address.Port}"))}"
            : null;

    private static string[] Lines(string text) =>
        text.Split(
            ['\n', '\r', ' ', ','],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
}
