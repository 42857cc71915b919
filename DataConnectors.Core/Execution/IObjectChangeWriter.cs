namespace DataConnectors.Core.Execution;

/// <summary>Decides what becomes of the changes that a run asks for.</summary>
public interface IObjectChangeWriter
{
    /// <summary>
    /// The changes that are to be committed together with the record of this execution: all of them when live, none in previews
    /// and tests.
    /// </summary>
    IReadOnlyList<ObjectChange> Accept(IReadOnlyList<ObjectChange> changes);
}
