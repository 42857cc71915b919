namespace DataConnectors.Core.Execution;

/// <summary>Decides what becomes of the attribute changes of a run.</summary>
public interface IAttributeChangeWriter
{
    /// <summary>
    /// The changes that are to be committed together with the record of this execution: all of them when live, none in previews
    /// and tests.
    /// </summary>
    IReadOnlyList<AttributeChange> Accept(IReadOnlyList<AttributeChange> changes);
}
