using System.Text.Json.Nodes;
using DataConnectors.Web.PublicApi.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DataConnectors.Web.PublicApi.Reference;

/// <summary>Says of types what their CLR form does not: choices and instants are strings, what is always there is never null.</summary>
internal sealed class SchemaDescription : IOpenApiSchemaTransformer
{
    public Task TransformAsync(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var type = context.JsonTypeInfo.Type;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. schema.Enum?.OfType<JsonNode>() ?? []];
        }
        else if (plain == typeof(DateTimeOffset))
        {
            schema.Type =
                plain == type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
        }
        else if (type == typeof(string) && context.JsonPropertyInfo is { IsGetNullable: false })
        {
            schema.Type = JsonSchemaType.String;
        }

        if (
            context.JsonPropertyInfo is null
            && type.IsDefined(typeof(NeededAttribute), inherit: false)
        )
        {
            schema.Required = type.GetCustomAttributes(typeof(NeededAttribute), inherit: false)
                .Cast<NeededAttribute>()
                .Select(needed => needed.Member)
                .ToHashSet(StringComparer.Ordinal);
        }

        return Task.CompletedTask;
    }
}
