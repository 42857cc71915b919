namespace DataConnectors.Web.Components.Connectors.Builder.Data.Code;

/// <summary>Which answer code is tried on.</summary>
public enum AnswerSource
{
    /// <summary>The example response of the draft.</summary>
    Example,

    /// <summary>The answer of a logged run.</summary>
    Logged,

    /// <summary>JSON given for this test alone.</summary>
    Pasted,
}
