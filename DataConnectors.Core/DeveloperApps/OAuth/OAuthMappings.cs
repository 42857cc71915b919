using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenIddict.EntityFrameworkCore;

namespace DataConnectors.Core.DeveloperApps.OAuth;

internal sealed class OAuthClientMapping : IEntityTypeConfiguration<OAuthClient>
{
    public void Configure(EntityTypeBuilder<OAuthClient> builder)
    {
        new OpenIddictEntityFrameworkCoreApplicationConfiguration<
            OAuthClient,
            OAuthAuthorization,
            OAuthToken,
            long
        >().Configure(builder);
        builder.ToTable("OAuthClients");
        builder.Property(client => client.Id).ValueGeneratedNever();
        builder
            .HasOne<DeveloperApp>()
            .WithOne()
            .HasForeignKey<OAuthClient>(client => client.Id)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasMany(client => client.Authorizations)
            .WithOne(authorization => authorization.Application)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasMany(client => client.Tokens)
            .WithOne(token => token.Application)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OAuthAuthorizationMapping : IEntityTypeConfiguration<OAuthAuthorization>
{
    public void Configure(EntityTypeBuilder<OAuthAuthorization> builder)
    {
        new OpenIddictEntityFrameworkCoreAuthorizationConfiguration<
            OAuthAuthorization,
            OAuthClient,
            OAuthToken,
            long
        >().Configure(builder);
        builder.ToTable("OAuthAuthorizations");
        builder
            .HasMany(authorization => authorization.Tokens)
            .WithOne(token => token.Authorization)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OAuthTokenMapping : IEntityTypeConfiguration<OAuthToken>
{
    public void Configure(EntityTypeBuilder<OAuthToken> builder)
    {
        new OpenIddictEntityFrameworkCoreTokenConfiguration<
            OAuthToken,
            OAuthClient,
            OAuthAuthorization,
            long
        >().Configure(builder);
        builder.ToTable("OAuthTokens");
    }
}
