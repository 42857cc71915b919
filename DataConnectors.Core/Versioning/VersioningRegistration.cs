using DataConnectors.Core.Audiences;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.Events;
using DataConnectors.Core.People;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.Versioning;

/// <summary>Registers versions.</summary>
public static class VersioningRegistration
{
    /// <summary>Adds publishing, its reverse, notes, and the readers of versions.</summary>
    public static IServiceCollection AddVersioning(this IServiceCollection services) =>
        services
            .AddEvents()
            .AddSingleton<PublishDraft>()
            .AddSingleton<SetToDraft>()
            .AddSingleton<LiveVersions>()
            .AddSingleton<ListVersions>()
            .AddSingleton<GetVersion>()
            .AddSingleton<ChangeVersionNote>()
            .AddSingleton<ITokenUsageProbe, LiveTokenUsage>()
            .AddSingleton<IAttributeUsageProbe, LiveAttributeUsage>()
            .AddSingleton<IAudienceUsageProbe, LiveAudienceUsage>();
}
