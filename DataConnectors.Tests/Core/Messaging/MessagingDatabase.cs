using DataConnectors.Core.Agent;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Messaging;
using DataConnectors.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Tests.Core.Messaging;

/// <summary>A database with the Messenger on it.</summary>
internal static class MessagingDatabase
{
    public static Task<TestDatabase> CreateAsync(
        TimeProvider? clock = null,
        Action<IServiceCollection>? configure = null
    ) =>
        TestDatabase.CreateAsync(
            clock,
            services =>
            {
                services.AddExecution().AddInbox().AddAgent().AddMessaging();
                configure?.Invoke(services);
            }
        );

    /// <summary>The identity secret, made when there is none.</summary>
    public static async Task<string> SecretAsync(this TestDatabase database) =>
        (await database.Get<IdentitySecrets>().GetOrCreateAsync(CancellationToken.None)).Open();
}
