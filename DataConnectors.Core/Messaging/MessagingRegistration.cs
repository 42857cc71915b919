using Microsoft.Extensions.DependencyInjection;

namespace DataConnectors.Core.Messaging;

/// <summary>Registers the Messenger for customers.</summary>
public static class MessagingRegistration
{
    /// <summary>Adds identity, sessions, and what a browser sends and hears.</summary>
    public static IServiceCollection AddMessaging(this IServiceCollection services) =>
        services
            .AddSingleton<IdentitySecrets>()
            .AddSingleton<RotateIdentitySecret>()
            .AddSingleton<RevokeOldIdentitySecret>()
            .AddSingleton<UserTokens>()
            .AddSingleton<AllowedOrigins>()
            .AddSingleton<SessionQueries>()
            .AddSingleton<OpenSession>()
            .AddSingleton<EndSession>()
            .AddHostedService<ForgetSessions>()
            .AddSingleton<PersonStreams>()
            .AddSingleton<MessengerQueries>()
            .AddSingleton<SendMessage>();
}
