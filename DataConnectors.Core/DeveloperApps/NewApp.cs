using DataConnectors.Core.Credentials;
using DataConnectors.Core.DeveloperApps.OAuth;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.Persistence;

namespace DataConnectors.Core.DeveloperApps;

/// <summary>Adds the rows that an app consists of.</summary>
internal sealed class NewApp(ISecretProtector protector, IdGenerator ids, TimeProvider clock)
{
    /// <summary>Adds the app with its first secret to <paramref name="context"/>, without saving.</summary>
    public DeveloperApp Add(
        DataConnectorsDbContext context,
        AppDetails details,
        string clientId,
        SecretText secret,
        long createdById
    )
    {
        var app = new DeveloperApp
        {
            Id = ids.Next(),
            Name = details.Name,
            ClientId = clientId,
            Scopes = StoredList.OfScopes(details.Scopes),
            RedirectUris = StoredList.OfLines(details.RedirectUris),
            CreatedById = createdById,
            CreatedAt = clock.GetUtcNow(),
        };
        context.Add(app);
        context.Add(OAuthClient.Of(app));
        AddSecret(context, app.Id, secret);
        return app;
    }

    /// <summary>Adds a secret that is accepted until it is rotated, without saving.</summary>
    public void AddSecret(DataConnectorsDbContext context, long appId, SecretText secret) =>
        context.Add(
            new AppSecret
            {
                Id = ids.Next(),
                AppId = appId,
                ProtectedValue = protector.Protect(secret),
                CreatedAt = clock.GetUtcNow(),
            }
        );
}
