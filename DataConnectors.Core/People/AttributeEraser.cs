using System.Runtime.CompilerServices;
using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.People;

/// <summary>Removes the values of an attribute from everyone or everything of one kind.</summary>
internal sealed class AttributeEraser<TOwner>(AttributeOwner owner) : IAttributeEraser
    where TOwner : class, IAttributed
{
    public AttributeOwner Owner => owner;

    public Task EraseAsync(
        DataConnectorsDbContext context,
        string attribute,
        CancellationToken cancellationToken
    )
    {
        var table = context.Model.FindEntityType(typeof(TOwner))!.GetTableName();

        // Names are letters, digits and underscores, so the path needs no escaping.
        return context.Database.ExecuteSqlAsync(
            FormattableStringFactory.Create(
                $$"""UPDATE "{{table}}" SET AttributesJson = json_remove(AttributesJson, {0}) WHERE CASE WHEN json_valid(AttributesJson) THEN json_type(AttributesJson, {0}) END IS NOT NULL""",
                $"$.{attribute}"
            ),
            cancellationToken
        );
    }
}
