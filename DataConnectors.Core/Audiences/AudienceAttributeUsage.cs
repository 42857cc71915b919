using DataConnectors.Core.People;

namespace DataConnectors.Core.Audiences;

/// <summary>Finds the attributes that reusable audiences ask for.</summary>
internal sealed class AudienceAttributeUsage(AudienceBook book) : IAttributeUsageProbe
{
    public async Task<IReadOnlyList<AttributeUse>> ListAsync(CancellationToken cancellationToken) =>
        [
            .. (await book.ReadAsync(cancellationToken)).Values.SelectMany(audience =>
                audience
                    .Rule.ListAttributes()
                    .Select(path => new AttributeUse(path, $"{audience.Name} (audience)"))
            ),
        ];
}
