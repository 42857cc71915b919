using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.Workspace;

internal sealed class TeammateMapping : IEntityTypeConfiguration<Teammate>
{
    public void Configure(EntityTypeBuilder<Teammate> builder)
    {
        builder.ToTable("Teammates");
        builder.Property(teammate => teammate.Id).ValueGeneratedNever();
        builder.Property(teammate => teammate.ConcurrencyStamp).IsConcurrencyToken();
        builder.HasIndex(teammate => teammate.NormalizedUserName).IsUnique();
        builder.HasIndex(teammate => teammate.NormalizedEmail).IsUnique();
    }
}

internal sealed class TeammateClaimMapping : IEntityTypeConfiguration<IdentityUserClaim<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<long>> builder) =>
        builder.ToTable("TeammateClaims");
}

internal sealed class TeammateLoginMapping : IEntityTypeConfiguration<IdentityUserLogin<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> builder)
    {
        builder.ToTable("TeammateLogins");
        builder.HasKey(login => new { login.LoginProvider, login.ProviderKey });
    }
}

internal sealed class TeammateTokenMapping : IEntityTypeConfiguration<IdentityUserToken<long>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> builder)
    {
        builder.ToTable("TeammateTokens");
        builder.HasKey(token => new
        {
            token.UserId,
            token.LoginProvider,
            token.Name,
        });
    }
}

internal sealed class WorkspaceSettingsMapping : IEntityTypeConfiguration<WorkspaceSettings>
{
    public void Configure(EntityTypeBuilder<WorkspaceSettings> builder)
    {
        builder.ToTable("Workspace");
        builder.Property(workspace => workspace.Id).ValueGeneratedNever();
    }
}
