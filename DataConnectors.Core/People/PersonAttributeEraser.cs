using DataConnectors.Core.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataConnectors.Core.People;

/// <summary>Removes the values of an attribute from all people.</summary>
internal sealed class PersonAttributeEraser : IAttributeEraser
{
    public AttributeOwner Owner => AttributeOwner.Person;

    public Task EraseAsync(
        DataConnectorsDbContext context,
        string attribute,
        CancellationToken cancellationToken
    )
    {
        // Names are letters, digits and underscores, so the path needs no escaping.
        var path = $"$.{attribute}";
        return context.Database.ExecuteSqlAsync(
            $"UPDATE People SET AttributesJson = json_remove(AttributesJson, {path}) WHERE CASE WHEN json_valid(AttributesJson) THEN json_type(AttributesJson, {path}) END IS NOT NULL",
            cancellationToken
        );
    }
}
