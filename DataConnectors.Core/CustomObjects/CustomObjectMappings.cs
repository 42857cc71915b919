using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataConnectors.Core.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataConnectors.Core.CustomObjects;

internal sealed class CustomObjectTypeMapping : IEntityTypeConfiguration<CustomObjectType>
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void Configure(EntityTypeBuilder<CustomObjectType> builder)
    {
        builder.ToTable("CustomObjectTypes");
        builder.Property(type => type.Id).ValueGeneratedNever();
        builder.Property(type => type.Revision).IsConcurrencyToken();
        builder.HasIndex(type => type.Key).IsUnique();

        // A type is always read whole, so its parts need no tables of their own.
        AsJson(builder.Property(type => type.Attributes), "AttributesJson");
        AsJson(builder.Property(type => type.References), "ReferencesJson");
    }

    private static void AsJson<T>(PropertyBuilder<IReadOnlyList<T>> property, string column) =>
        property
            .HasColumnName(column)
            .HasConversion(
                list => JsonSerializer.Serialize(list, Options),
                json => JsonSerializer.Deserialize<List<T>>(json, Options)!,
                new ValueComparer<IReadOnlyList<T>>(
                    (one, other) => one!.SequenceEqual(other!),
                    list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
                    list => list
                )
            );
}

internal sealed class CustomObjectMapping : IEntityTypeConfiguration<CustomObject>
{
    public void Configure(EntityTypeBuilder<CustomObject> builder)
    {
        builder.ToTable("CustomObjects");
        builder.Property(stored => stored.Id).ValueGeneratedNever();
        builder.HasIndex(stored => new { stored.TypeId, stored.ExternalId }).IsUnique();
        builder.HasIndex(stored => new { stored.TypeId, stored.Id });
        builder
            .HasOne<CustomObjectType>()
            .WithMany()
            .HasForeignKey(stored => stored.TypeId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CustomObjectReferenceMapping : IEntityTypeConfiguration<CustomObjectReference>
{
    public void Configure(EntityTypeBuilder<CustomObjectReference> builder)
    {
        builder.ToTable("CustomObjectReferences");
        builder.HasKey(reference => new
        {
            reference.ObjectId,
            reference.Name,
            reference.PersonId,
        });
        builder.HasIndex(reference => new { reference.PersonId, reference.ObjectId });
        builder
            .HasOne<CustomObject>()
            .WithMany()
            .HasForeignKey(reference => reference.ObjectId)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(reference => reference.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
