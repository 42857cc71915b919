using Microsoft.AspNetCore.Components;

namespace DataConnectors.Web.Components.Shared;

/// <summary>
/// A field of text that never writes an older value over what is typed. When a keystroke changes the model, Blazor may render a
/// panel in between with the value from before; so the text belongs to the field, and <see cref="Value"/> counts only when it
/// differs from what it was the last time.
/// </summary>
public abstract class TextFieldBase : FieldBase
{
    private string? seen;

    /// <summary>The text as the owner has it.</summary>
    [Parameter]
    public string Value { get; set; } = "";

    /// <summary>Told of every change.</summary>
    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>What an empty control shows.</summary>
    [Parameter]
    public string? Placeholder { get; set; }

    /// <summary>The text as the person sees it.</summary>
    protected string Text { get; set; } = "";

    /// <inheritdoc/>
    protected override bool IsEmpty => Text.Length == 0;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (seen != Value)
        {
            Text = seen = Value;
        }
    }

    /// <summary>Tells the owner of <see cref="Text"/>.</summary>
    protected Task TellAsync() => ValueChanged.InvokeAsync(Text);
}
