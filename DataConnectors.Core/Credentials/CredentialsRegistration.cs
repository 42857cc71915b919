using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.Credentials;

/// <summary>Registers tokens. The host supplies <see cref="ISecretProtector"/>.</summary>
public static class CredentialsRegistration
{
    /// <summary>Adds the commands and queries of tokens.</summary>
    public static IServiceCollection AddCredentials(this IServiceCollection services) =>
        services
            .AddSingleton<TokenQueries>()
            .AddSingleton<CreateToken>()
            .AddSingleton<DeleteToken>()
            .AddSingleton<TokenReader>()
            .AddSingleton<TokenUse>()
            .AddSingleton<TokenUsers>();
}
