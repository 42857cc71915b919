using DataConnectors.Core.Transformation.Steps;

namespace DataConnectors.Core.Transformation.Kinds;

/// <summary>A kind of transformation with its working.</summary>
/// <param name="Descriptor">What is offered and checked.</param>
/// <param name="Result">What its results are; unknown where that depends on what it gets.</param>
/// <param name="Compile">Reads the settings once. What is wrong with them is told to the reader; the step is then not used.</param>
internal sealed record TransformationKind(
    TransformationDescriptor Descriptor,
    FieldType Result,
    Func<SettingsReader, Step> Compile
)
{
    /// <summary>Whether it takes whole lists.</summary>
    public bool TakesList => Descriptor.Group == TransformationGroup.List;

    /// <summary>Whether it is evaluated elsewhere, and takes whatever stands there.</summary>
    public bool IsExpression => Descriptor.Kind == FieldTransformation.Expression;
}
