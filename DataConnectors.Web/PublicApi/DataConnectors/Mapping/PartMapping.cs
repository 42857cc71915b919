using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.Transformation;
using DataConnectors.Web.PublicApi.DataConnectors.Contracts;

namespace DataConnectors.Web.PublicApi.DataConnectors.Mapping;

/// <summary>Writes and reads the parts of a definition that stand in lists. What was left out has its default.</summary>
internal static class PartMapping
{
    public static ConnectorDataInput ToWire(DataInput input) =>
        new()
        {
            Name = input.Name,
            Type = Words.InputTypes.ToWire(input.Type),
            Description = input.Description,
            Required = input.IsRequired,
            DefaultValue = input.FallbackValue ?? "",
            ExampleValue = input.ExampleValue,
            Source = Words.InputSources.ToWire(input.Source),
            Attribute = input.AttributePath,
            CustomValue = input.CustomValue,
        };

    public static DataInput ToCore(ConnectorDataInput sent)
    {
        var left = new DataInput();
        return new()
        {
            Name = sent.Name ?? left.Name,
            Type = sent.Type is { } type ? Words.InputTypes.ToCore(type) : left.Type,
            Description = sent.Description ?? left.Description,
            IsRequired = sent.Required ?? left.IsRequired,
            FallbackValue = sent.DefaultValue is { Length: > 0 } fallback ? fallback : null,
            ExampleValue = sent.ExampleValue,
            Source = sent.Source is { } source ? Words.InputSources.ToCore(source) : left.Source,
            AttributePath = sent.Attribute,
            CustomValue = sent.CustomValue,
        };
    }

    public static ConnectorResponseField ToWire(ResponseField field, JsonElement? exampleValue) =>
        new()
        {
            Path = field.Path,
            Type = Words.FieldTypes.ToWire(field.Type),
            ExampleValue = exampleValue,
            Redacted = field.IsRedacted,
            Exposed = field.IsExposed,
            RenamedTo = field.RenamedTo,
            Fallback = field.Fallback,
            Transformations =
            [
                .. field.Transformations.Select(step => new ConnectorFieldTransformation
                {
                    Kind = step.Kind,
                    Settings = step.Settings,
                }),
            ],
        };

    public static ResponseField ToCore(ConnectorResponseField sent) =>
        new(
            sent.Path ?? "",
            sent.RenamedTo,
            sent.Fallback,
            sent.Type is { } type ? Words.FieldTypes.ToCore(type) : FieldType.Unknown,
            sent.Exposed ?? true,
            sent.Redacted ?? false
        )
        {
            Transformations =
            [
                .. (sent.Transformations ?? []).Select(step => new FieldTransformation(
                    step.Kind ?? "",
                    step.Settings ?? new Dictionary<string, string>()
                )),
            ],
        };

    /// <summary>A field that was found in an example, which nobody has chosen yet.</summary>
    public static ResponseField ToCore(FieldNode found) =>
        new(
            found.Path,
            RenamedTo: null,
            Fallback: null,
            // A leaf that is an object or a list is an empty one, of which nothing is known.
            found.Type
                is FieldType.Object
                    or FieldType.List
                ? FieldType.Unknown
                : found.Type,
            IsExposed: false,
            IsRedacted: false
        );

    public static ConnectorObjectMapping ToWire(ObjectMapping mapping) =>
        new()
        {
            ResponseObjectPath = mapping.ResponseObjectPath,
            IntercomObjectType = Words.ObjectTypeToWire(mapping.ObjectType),
            IdentityPath = mapping.IdentityPath,
            AttributeMappings =
            [
                .. mapping.Attributes.Select(attribute => new ConnectorAttributeMapping
                {
                    ResponseAttributePath = attribute.ResponsePath,
                    IntercomAttributeIdentifier = attribute.Attribute,
                    MappingType = MappingTypeName.PrimitiveMapping,
                }),
            ],
            ReferenceMappings =
            [
                .. mapping.References.Select(reference => new ConnectorReferenceMapping
                {
                    IntercomObjectType = Words.ObjectTypeToWire(reference.ObjectType),
                    IntercomAttributeIdentifier = reference.Reference,
                }),
            ],
        };

    public static ObjectMapping ToCore(ConnectorObjectMapping sent)
    {
        var left = new ObjectMapping();
        return new()
        {
            ResponseObjectPath = sent.ResponseObjectPath ?? left.ResponseObjectPath,
            ObjectType = Words.ObjectTypeToCore(sent.IntercomObjectType ?? left.ObjectType),
            IdentityPath = sent.IdentityPath,
            Attributes =
            [
                .. (sent.AttributeMappings ?? []).Select(attribute => new AttributeMapping(
                    attribute.ResponseAttributePath ?? "",
                    attribute.IntercomAttributeIdentifier ?? ""
                )),
            ],
            References =
            [
                .. (sent.ReferenceMappings ?? []).Select(reference => new ReferenceMapping(
                    reference.IntercomAttributeIdentifier ?? "",
                    Words.ObjectTypeToCore(reference.IntercomObjectType ?? ObjectMapping.Person)
                )),
            ],
        };
    }
}
