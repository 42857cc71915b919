namespace DataConnectors.Web.Components.Connectors.Builder;

/// <summary>How the edit buffer stands to the stored draft.</summary>
public enum DraftStatus
{
    /// <summary>Everything is stored.</summary>
    Saved,

    /// <summary>Changes wait for a pause in typing, or are being stored.</summary>
    Saving,

    /// <summary>Somebody else saved in between; nothing is stored until a person decides.</summary>
    Conflict,

    /// <summary>Storing failed; it is tried again by itself.</summary>
    Failed,
}
