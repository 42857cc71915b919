using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DataConnectors.Core.Persistence;

/// <summary>
/// The one database. It knows no feature: each feature maps its own entities in an <c>IEntityTypeConfiguration</c> that is found
/// by scanning this assembly. Made per operation through <c>IDbContextFactory</c>, never shared.
/// </summary>
public sealed class DataConnectorsDbContext(DbContextOptions<DataConnectorsDbContext> options)
    : DbContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DataConnectorsDbContext).Assembly);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        // SQLite cannot order DateTimeOffset, so every instant is stored as UTC Unix milliseconds.
        configurationBuilder
            .Properties<DateTimeOffset>()
            .HaveConversion<UnixMillisecondsConverter>();

    private sealed class UnixMillisecondsConverter()
        : ValueConverter<DateTimeOffset, long>(
            instant => instant.ToUnixTimeMilliseconds(),
            milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
        );
}
