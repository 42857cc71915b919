using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.DeveloperApps;

internal sealed class DeveloperAppMapping : IEntityTypeConfiguration<DeveloperApp>
{
    public void Configure(EntityTypeBuilder<DeveloperApp> builder)
    {
        builder.ToTable("DeveloperApps");
        builder.Property(app => app.Id).ValueGeneratedNever();
        builder.HasIndex(app => app.ClientId).IsUnique();
        builder.HasIndex(app => app.Name).IsUnique();
    }
}

internal sealed class AppSecretMapping : IEntityTypeConfiguration<AppSecret>
{
    public void Configure(EntityTypeBuilder<AppSecret> builder)
    {
        builder.ToTable("DeveloperAppSecrets");
        builder.Property(secret => secret.Id).ValueGeneratedNever();
        builder
            .HasOne<DeveloperApp>()
            .WithMany()
            .HasForeignKey(secret => secret.AppId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PersonalAccessTokenMapping : IEntityTypeConfiguration<PersonalAccessToken>
{
    public void Configure(EntityTypeBuilder<PersonalAccessToken> builder)
    {
        builder.ToTable("PersonalAccessTokens");
        builder.Property(token => token.Id).ValueGeneratedNever();
        builder.HasIndex(token => token.Hash).IsUnique();
    }
}
