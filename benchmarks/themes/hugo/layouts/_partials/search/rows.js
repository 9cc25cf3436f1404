{{- $numbers := .numbers -}}
found("{{ .name }}", [
{{- range $index, $event := .events }}{{ if $index }},{{ end }}{{ $first := div .Date.Unix 86400 | int }}{{ $last := $first }}{{ with .Params.until }}{{ $last = div (time.AsTime .).Unix 86400 | int }}{{ end }}{{ if .Params.month_only }}{{ $last = div (.Date.AddDate 0 1 -1).Unix 86400 | int }}{{ end -}}
[{{ $first }},{{ $last }},{{ if .Params.claims }}6{{ else }}2{{ end }},{{ div $index 10 | int }},{{ index $numbers (print "categories/" (index .Params.categories 0)) }}
{{- range $kind := slice "places" "people" "tags" "sources" }}{{ range index $event.Params . }},{{ index $numbers (print $kind "/" .) }}{{ end }}{{ end }}]
{{- end }}]);
